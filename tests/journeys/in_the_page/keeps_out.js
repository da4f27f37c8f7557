/** What axe finds that keeps somebody out, once the page is drawn. */
async (asked) => {
    await new Promise(requestAnimationFrame);
    const { violations } = await axe.run({ resultTypes: ["violations"], ...asked });
    return violations.flatMap((one) =>
        one.nodes.map((at) => `${one.id}: ${at.target.join(" ")} ${at.any[0]?.message ?? ""}`),
    );
};

/** Whether this page has fetched all files of these names. */
(names) => {
    const fetched = performance.getEntriesByType("resource").map((one) => one.name);
    return names.every((name) => fetched.some((one) => one.includes(name)));
};

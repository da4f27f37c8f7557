/** What was said up to this sentence, and the sentence itself, was heard: the rest is kept. */
(sentence) => {
    const all = heard.join(" ");
    heard.splice(0, heard.length, all.slice(all.indexOf(sentence) + sentence.length));
};

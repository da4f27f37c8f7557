/** The names under which the browser keeps something of Footpath's. */
() => Object.keys(localStorage).filter((key) => key.startsWith("footpath/"));

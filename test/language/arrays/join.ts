// join and toString of what is nested, missing and special.
console.log([1, 2].join(), [1, 2].join(""), [1, 2].join(" - "), [1].join("x"), ([] as number[]).join("x") === "");
console.log([1, undefined, 3].join("|"), [null, "a"].join("|"), [[1, 2], [3]].join(";"), [NaN, -0, 1e21].join(" "));
console.log(`${[1, [2, [3]]]}`, [true, false].toString(), String(["a", ["b"]]), "" + [1, 2]);

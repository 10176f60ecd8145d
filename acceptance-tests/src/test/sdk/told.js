/** Makes one call, and prints what it gave as a line of JSON. */
export async function told(name, call) {
  console.log(JSON.stringify({ name, ...(await call(name)) }));
}

/** What the SDK makes of a refusal. */
export async function errorOf(call) {
  try {
    await call();
    return { error: null };
  } catch (error) {
    return { error: error.constructor.name, status: error.status ?? error.statusCode, message: error.message };
  }
}

export const aLongText = (words) => Array(words).fill("word").join(" ");

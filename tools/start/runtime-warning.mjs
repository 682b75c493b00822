/** One package warns that it was not tried on this Node; ours try it on Node 20. The line would only frighten. */
export const withoutRuntimeWarning = async (work) => {
  const { warn } = console;
  console.warn = (...words) => (String(words[0]).includes('Unsupported runtime') || String(words[1]).includes('Unsupported runtime') ? undefined : warn(...words));
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
};

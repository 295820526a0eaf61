const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

/**
 * Runs one at a time and no more often than every `wait` milliseconds. What is asked for meanwhile replaces what waits, so that the last value
 * always gets its turn and an older answer never comes after a newer one. When one fails, the last still gets its turn; then it throws.
 */
export function latest(run, wait) {
  let next;
  let running = false;
  return async value => {
    next = { value };
    if (running) return;
    running = true;
    let failed;
    while (next) {
      const { value } = next;
      next = undefined;
      const [ran] = await Promise.allSettled([run(value), pause(wait)]);
      failed = ran.reason;
    }
    running = false;
    if (failed) throw failed;
  };
}

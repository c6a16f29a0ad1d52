// Interrupts the command at a known point instead of at some time: when its first thread is there.
process.once('worker', (worker) => worker.once('online', () => process.emit('SIGINT')));

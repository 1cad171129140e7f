// Keyboard protocol: none. The keyboard daemon serves nobody; it brings keys to the console (daemons/console/protocol.ts).

export {};

/**
 * One address that can stand in a command and in a header as it is: no space, control character,
 * bracket, comma or quote. Consecutive dots are let through: carriers in Japan gave out such addresses.
 */
const sendable = /^[^\s\p{Cc}\p{Cf}<>()[\]\\,;:"@]{1,64}@[^\s\p{Cc}\p{Cf}<>()[\]\\,;:"@]{1,253}$/u;

export const isSendable = (address: string): boolean => sendable.test(address);

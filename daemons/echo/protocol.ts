// Echo protocol: a call is answered with the words that it brought. For measuring what a message costs, and for trying one out.
//
//   Echo   words 0..3             answer: the same words

export const enum EchoLabel {
  Echo = 1,
}

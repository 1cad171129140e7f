; Arena: the memory of everything the kernel's modules make while they are initialised.
; Owned:   by runtime/kernel/arena.ts.

bits 64

; For tables and pools made at boot; a kernel that needs more ends with a panic while it starts.
ARENA_SIZE equ 1024 * 1024

global tsm_arena_start
global tsm_arena_end

section .bss

alignb 16
tsm_arena_start:    resb ARENA_SIZE
tsm_arena_end:

section .note.GNU-stack noalloc noexec nowrite progbits

; CPU instructions that have no intrinsic: CPUID, table registers, and moves of whole pages.
; Owns:       nothing
; Called:     from arch/x64 and memory, System V convention; each preserves what that convention says
; Manual: SDM 2 "Instruction Set Reference"

%include "cpu-block.inc"
%include "boot-info.inc"

    bits    64
    default rel

global cpu_identify
global cpu_load_tables
global cpu_reset_fpu
global zero_words
global copy_words
global store_io_wait
global cpu_triple_fault

IO_WAIT_PORT            equ 0x80                ; POST codes: a write takes about a microsecond and does nothing
MXCSR_DEFAULT           equ 0x1f80              ; all exceptions masked, round to nearest

section .text

; cpu_identify: CPUID.
;   in       edi leaf, esi subleaf, rdx address of four u32: eax ebx ecx edx
cpu_identify:
    push    rbx
    mov     r8, rdx
    mov     eax, edi
    mov     ecx, esi
    cpuid
    mov     [r8], eax
    mov     [r8 + 4], ebx
    mov     [r8 + 8], ecx
    mov     [r8 + 12], edx
    pop     rbx
    ret

; cpu_load_tables: GDT, IDT, task register and all segment registers.
;   in       rdi address of the GDT, esi its limit, rdx address of the IDT, ecx its limit
;   clobbers rax
cpu_load_tables:
    sub     rsp, 24
    mov     [rsp], si
    mov     [rsp + 2], rdi
    lgdt    [rsp]
    mov     [rsp], cx
    mov     [rsp + 2], rdx
    lidt    [rsp]
    add     rsp, 24
    mov     eax, SELECTOR_KERNEL_DATA
    mov     ss, eax
    xor     eax, eax
    mov     ds, eax
    mov     es, eax
    mov     fs, eax
    mov     gs, eax                             ; clears the base: cpu.ts sets it afterwards
    mov     eax, SELECTOR_TASK_STATE
    ltr     ax
    pop     rax                                 ; return address
    push    SELECTOR_KERNEL_CODE
    push    rax
    retfq

; cpu_reset_fpu: the state a thread begins with, saved at an address.
;   in       rdi address of an FXSAVE area, 16-byte aligned
cpu_reset_fpu:
    sub     rsp, 8
    fninit
    mov     dword [rsp], MXCSR_DEFAULT
    ldmxcsr [rsp]
    fxsave64 [rdi]
    add     rsp, 8
    ret

; zero_words: in rdi address (8-byte aligned), rsi count of 8-byte words.
zero_words:
    mov     rcx, rsi
    xor     eax, eax
    rep stosq
    ret

; copy_words: in rdi target, rsi source, rdx count of 8-byte words; the ranges do not overlap.
copy_words:
    mov     rcx, rdx
    rep movsq
    ret

; store_io_wait: gives an old device about a microsecond.
store_io_wait:
    xor     eax, eax
    out     IO_WAIT_PORT, al
    ret

; cpu_triple_fault: in rdi address of an IDT register image (limit, base). Does not return.
cpu_triple_fault:
    lidt    [rdi]
    ud2

section .bss
global cpuid_result
global kernel_log_ring
global program_header_buffer
global record_buffer
global log_write_buffer
global boot_framebuffer
global boot_command_line
global start_payload_buffer

    alignb  16
cpuid_result:
    resd    4
    alignb  16
kernel_log_ring:                                ; LOG_SIZE_BYTES of arch/x64/log.ts
    resb    0x4000
    alignb  16
program_header_buffer:                          ; ELF headers under inspection: object/program.ts
    resb    1024
    alignb  16
record_buffer:                                   ; records on their way to a process: syscall/query-calls.ts
    resb    512
    alignb  16
log_write_buffer:                               ; LOG_WRITE_SIZE_MAX bytes: syscall/system-calls.ts
    resb    1024
    alignb  16
boot_framebuffer:                               ; FramebufferInfo: arch/x64/boot-facts.ts
    resb    FramebufferInfo_size
boot_command_line:
    resb    2048
    alignb  16
start_payload_buffer:                           ; init's start payload: init-process.ts
    resb    4096

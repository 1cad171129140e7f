// Image: the disk image and the boot archive as bytes: what other tools read in them, and that the same inputs give the same bytes.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type ExecutionContext } from "ava";
import { appendBootTrailer, assembleBoot, bootChecksum, buildArchive, buildImage, SECTOR_SIZE_BYTES } from "../../scripts/image.ts";
import { sealStage2 } from "../../scripts/image-assemble.ts";

function temporaryFolder(t: ExecutionContext): string {
  const folder = mkdtempSync(join(tmpdir(), "microkernel-"));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function buildFrom(folder: string, content: Uint8Array): Buffer {
  const programs = assembleBoot(join(folder, "boot"));
  const image = join(folder, "disk.img");
  buildImage(image, {
    mbr: readFileSync(programs.mbr),
    stage2: readFileSync(programs.stage2),
    uefi: readFileSync(programs.uefi),
    kernel: appendBootTrailer(content),
    archive: appendBootTrailer(buildArchive([{ name: "bin/shell", bytes: content }])),
    commandLine: "console=serial",
  });
  return readFileSync(image);
}

test("two folders, two times, two time zones: the same bytes", (t) => {
  const content = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
  const zone = process.env.TZ;
  const first = buildFrom(temporaryFolder(t), content);
  process.env.TZ = "Asia/Tokyo";
  const deeper = join(temporaryFolder(t), "deeper");
  mkdirSync(deeper);
  const second = buildFrom(deeper, content);
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  t.is(first.length, 64 << 20);
  t.true(first.equals(second));
});

test("sector 0 has one active FAT32 partition at sector 2048 and no parameter block", (t) => {
  const image = buildFrom(temporaryFolder(t), new Uint8Array(1000));
  t.is(image.readUInt16LE(510), 0xaa55);
  t.true(image.subarray(3, 0x5a).every((byte) => byte === 0));
  t.is(image[446], 0x80);
  t.is(image[450], 0x0c);
  t.is(image.readUInt32LE(454), 2048);
  t.is(image.readUInt32LE(458), image.length / SECTOR_SIZE_BYTES - 2048);
  t.true(image.subarray(462, 510).every((byte) => byte === 0));
});

test("mtools reads every file back", (t) => {
  const folder = temporaryFolder(t);
  const content = Uint8Array.from({ length: 5000 }, (_, index) => index % 253);
  buildFrom(folder, content);
  const read = (path: string): Buffer =>
    spawnSync("mtype", ["-i", `${join(folder, "disk.img")}@@1M`, `::/${path}`], { env: { ...process.env, MTOOLS_SKIP_CHECK: "1" } }).stdout;
  t.deepEqual(read("boot/kernel"), Buffer.from(appendBootTrailer(content)));
  t.is(read("boot/cmdline").toString(), "console=serial");
  t.deepEqual(read("EFI/BOOT/BOOTX64.EFI"), readFileSync(join(folder, "boot", "BOOTX64.EFI")));
});

test("tar reads the archive", (t) => {
  const folder = temporaryFolder(t);
  const archive = buildArchive([
    { name: "init", bytes: Buffer.from("first") },
    { name: "bin/empty", bytes: new Uint8Array(0) },
    { name: "bin/shell", bytes: new Uint8Array(1024).fill(7) },
  ]);
  const unpacked = spawnSync("tar", ["-x", "-v", "-C", folder], { input: archive, encoding: "utf8" });
  t.is(unpacked.status, 0, unpacked.stderr);
  t.is(unpacked.stdout, "init\nbin/empty\nbin/shell\n");
  t.is(readFileSync(join(folder, "init"), "utf8"), "first");
  t.is(readFileSync(join(folder, "bin/empty")).length, 0);
  t.true(readFileSync(join(folder, "bin/shell")).every((byte) => byte === 7));
});

test("names that ustar cannot hold, and names twice, are refused", (t) => {
  const bytes = new Uint8Array(0);
  for (const name of ["", "/init", "a b", "ä", "x".repeat(101)]) {
    t.throws(() => buildArchive([{ name, bytes }]), { message: /not a relative path/ }, name);
  }
  t.throws(
    () =>
      buildArchive([
        { name: "a", bytes },
        { name: "a", bytes },
      ]),
    { message: /occurs twice/ },
  );
});

test("the trailer: padding, magic, size without padding, checksum of the padded words", (t) => {
  const file = Buffer.from(appendBootTrailer(Buffer.from("hello")));
  t.is(file.length, 8 + 16);
  t.is(file.subarray(8, 16).toString(), "TSMKTAIL");
  t.is(file.readUInt32LE(16), 5);
  const prime = 0x0100_0193n;
  const words = [0x6c6c_6568n, 0x6fn];
  const checksum = words.reduce((sum, word) => BigInt.asUintN(32, (sum ^ word) * prime), 0x811c_9dc5n);
  t.is(file.readUInt32LE(20), Number(checksum));
  t.is(bootChecksum(new Uint8Array(0)), 0x811c_9dc5);
});

test("stage 2 is sealed once, and only when it is stage 2", (t) => {
  const programs = assembleBoot(temporaryFolder(t));
  const stage2 = readFileSync(programs.stage2);
  t.is(stage2.length % SECTOR_SIZE_BYTES, 0);
  t.is(stage2.readUInt32LE(4), stage2.length);
  t.is(stage2.readUInt32LE(8), bootChecksum(stage2.subarray(12)));
  t.deepEqual(Buffer.from(sealStage2(stage2)), stage2);
  t.throws(() => sealStage2(new Uint8Array(SECTOR_SIZE_BYTES)), { message: /does not begin with its header/ });
});

test("the UEFI program is what strict firmware accepts: aligned sections, none writable and executable", (t) => {
  const program = readFileSync(assembleBoot(temporaryFolder(t)).uefi);
  const header = program.readUInt32LE(0x3c);
  t.is(program.subarray(header, header + 4).toString("latin1"), "PE\0\0");
  t.is(program.readUInt16LE(header + 4), 0x8664);
  t.is(program.readUInt16LE(header + 24 + 68), 10);
  const sections = header + 24 + program.readUInt16LE(header + 20);
  for (let index = 0; index < program.readUInt16LE(header + 6); index++) {
    const section = sections + index * 40;
    t.is(program.readUInt32LE(section + 12) % 4096, 0);
    t.is(program.readUInt32LE(section + 12), program.readUInt32LE(section + 20));
    t.not(program.readUInt32LE(section + 36) & 0xa000_0000, 0xa000_0000 | 0);
  }
});

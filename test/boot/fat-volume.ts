// FAT volume: changes to an image's FAT32 file system that no tool makes: files scattered over the disk, broken chains.
// Invariants: (1) both FATs are written alike
// Manual: Microsoft "FAT32 File System Specification" 1.03

import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { PARTITION_START_SECTOR, SECTOR_SIZE_BYTES } from "../../scripts/image.ts";

const DIRECTORY_ENTRY_SIZE_BYTES = 32;
const END_OF_CHAIN = 0x0fff_fff8;
const FIRST_CLUSTER = 2;

export class FatVolume {
  private readonly file: number;
  private readonly fatStarts: readonly number[];
  private readonly clustersStart: number;
  private readonly clusterSizeBytes: number;
  private readonly clusterEnd: number;
  private readonly rootCluster: number;

  constructor(imagePath: string) {
    this.file = openSync(imagePath, "r+");
    const partition = PARTITION_START_SECTOR * SECTOR_SIZE_BYTES;
    const boot = this.read(partition, SECTOR_SIZE_BYTES);
    const sectorSizeBytes = boot.readUInt16LE(11);
    const fatSizeBytes = boot.readUInt32LE(36) * sectorSizeBytes;
    const firstFat = partition + boot.readUInt16LE(14) * sectorSizeBytes;
    this.fatStarts = Array.from({ length: boot[16] }, (_, index) => firstFat + index * fatSizeBytes);
    this.clustersStart = firstFat + boot[16] * fatSizeBytes;
    this.clusterSizeBytes = boot[13] * sectorSizeBytes;
    this.clusterEnd = FIRST_CLUSTER + Math.floor((fstatSync(this.file).size - this.clustersStart) / this.clusterSizeBytes);
    this.rootCluster = boot.readUInt32LE(44);
  }

  close(): void {
    closeSync(this.file);
  }

  private read(offset: number, sizeBytes: number): Buffer {
    const bytes = Buffer.alloc(sizeBytes);
    readSync(this.file, bytes, 0, sizeBytes, offset);
    return bytes;
  }

  private clusterOffset(cluster: number): number {
    return this.clustersStart + (cluster - FIRST_CLUSTER) * this.clusterSizeBytes;
  }

  /** The FAT's word for a cluster. */
  link(cluster: number): number {
    return this.read(this.fatStarts[0] + cluster * 4, 4).readUInt32LE() & 0x0fff_ffff;
  }

  setLink(cluster: number, next: number): void {
    const word = Buffer.alloc(4);
    word.writeUInt32LE(next);
    for (const start of this.fatStarts) writeSync(this.file, word, 0, 4, start + cluster * 4);
  }

  chain(first: number): number[] {
    const clusters: number[] = [];
    for (let cluster = first; cluster < END_OF_CHAIN; cluster = this.link(cluster)) {
      clusters.push(cluster);
      if (cluster === this.link(cluster)) break;
    }
    return clusters;
  }

  /** Where a file's folder entry lies in the image. The path is of short names: "BOOT/KERNEL". */
  private findEntry(path: string): number {
    let folder = this.rootCluster;
    let found = 0;
    for (const name of path.split("/")) {
      const offsets = this.chain(folder).flatMap((cluster) => this.entryOffsets(cluster));
      const entry = offsets.find((offset) => this.read(offset, 11).toString("latin1") === name.padEnd(11));
      if (entry === undefined) throw new Error(`the image has no ${path}`);
      found = entry;
      folder = this.firstCluster(entry);
    }
    return found;
  }

  private entryOffsets(cluster: number): number[] {
    const count = this.clusterSizeBytes / DIRECTORY_ENTRY_SIZE_BYTES;
    return Array.from({ length: count }, (_, index) => this.clusterOffset(cluster) + index * DIRECTORY_ENTRY_SIZE_BYTES);
  }

  private firstCluster(entry: number): number {
    const bytes = this.read(entry, DIRECTORY_ENTRY_SIZE_BYTES);
    return (bytes.readUInt16LE(20) << 16) | bytes.readUInt16LE(26);
  }

  /** Marks every unused entry of a folder as deleted, so that nothing says where the folder ends but its chain. */
  fillFolder(path: string): void {
    const entries = this.fileClusters(path).flatMap((cluster) => this.entryOffsets(cluster));
    for (const entry of entries) {
      if (this.read(entry, 1)[0] === 0) writeSync(this.file, Uint8Array.of(0xe5), 0, 1, entry);
    }
  }

  fileClusters(path: string): number[] {
    return this.chain(this.firstCluster(this.findEntry(path)));
  }

  /** The image's byte offset of a byte of a file. */
  fileOffset(path: string, position: number): number {
    const cluster = this.fileClusters(path)[Math.floor(position / this.clusterSizeBytes)];
    return this.clusterOffset(cluster) + (position % this.clusterSizeBytes);
  }

  /** Turns all bits of one byte of the image over. */
  invertByte(offset: number): void {
    const [byte] = this.read(offset, 1);
    writeSync(this.file, Uint8Array.of(byte ^ 0xff), 0, 1, offset);
  }

  /** Moves a file's clusters to free ones so that hardly two of them follow each other: from the end down, in steps of three. */
  scatter(path: string): void {
    const entry = this.findEntry(path);
    const old = this.fileClusters(path);
    const moved: number[] = [];
    for (let cluster = this.clusterEnd - 1; moved.length < old.length; cluster -= moved.length % 4 === 0 ? 1 : 3) {
      if (cluster < FIRST_CLUSTER) throw new Error("no room to scatter");
      if (this.link(cluster) === 0) moved.push(cluster);
    }
    old.forEach((from, index) => {
      writeSync(
        this.file,
        this.read(this.clusterOffset(from), this.clusterSizeBytes),
        0,
        this.clusterSizeBytes,
        this.clusterOffset(moved[index]),
      );
      this.setLink(from, 0);
      this.setLink(moved[index], moved[index + 1] ?? 0x0fff_ffff);
    });
    const bytes = this.read(entry, DIRECTORY_ENTRY_SIZE_BYTES);
    bytes.writeUInt16LE(moved[0] >>> 16, 20);
    bytes.writeUInt16LE(moved[0] & 0xffff, 26);
    writeSync(this.file, bytes, 0, bytes.length, entry);
  }
}

/** Opens an image's file system for one change. */
export function changeVolume(imagePath: string, change: (volume: FatVolume) => void): void {
  const volume = new FatVolume(imagePath);
  try {
    change(volume);
  } finally {
    volume.close();
  }
}

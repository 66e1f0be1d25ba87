import Ledger
import LedgerCrypto
import Testing

struct ProofTests {
  static let log = MemoryLog(count: 131)

  @Test func `every leaf of every small tree has the proof that the RFC defines, and it holds`() throws {
    let reader = TreeReader(Self.log)
    for size in 1...131 {
      let leaves = Self.log.leaves.prefix(size)
      let root = NaiveTree.root(leaves)
      for index in 0..<size {
        let hashes = try reader.inclusionProof(of: UInt64(index), in: UInt64(size))
        #expect(hashes == NaiveTree.path(index, leaves), "index \(index), size \(size)")
        #expect(hashes.count == InclusionProof.length(index: UInt64(index), size: UInt64(size)))
        let proof = InclusionProof(index: UInt64(index), size: UInt64(size), hashes: hashes)
        try proof.verify(leafHash: leaves[index], root: root)
      }
    }
  }

  @Test func `one prover for every leaf of a tree of several tiles gives what the RFC defines`() throws {
    let log = MemoryLog(count: 700)
    for size in [256, 513, 700] {
      let leaves = log.leaves.prefix(size)
      let root = NaiveTree.root(leaves)
      var prover = try InclusionProver(log, size: UInt64(size))
      for index in Array(0..<size) + [0, size - 1, size / 2] {
        let hashes = try prover.proof(of: UInt64(index))
        let proof = InclusionProof(index: UInt64(index), size: UInt64(size), hashes: hashes)
        try proof.verify(leafHash: leaves[index], root: root)
      }
      #expect(throws: TreeError.self) { try prover.proof(of: UInt64(size)) }
    }
  }

  @Test func `every two small trees have the consistency proof that the RFC defines, and it holds`() throws {
    let reader = TreeReader(Self.log)
    let roots = (0...131).map { NaiveTree.root(Self.log.leaves.prefix($0)) }
    for new in 0...131 {
      for old in 0...new {
        let hashes = try reader.consistencyProof(from: UInt64(old), to: UInt64(new))
        #expect(hashes == NaiveTree.proof(old, Self.log.leaves.prefix(new)), "from \(old) to \(new)")
        #expect(hashes.count == ConsistencyProof.length(from: UInt64(old), to: UInt64(new)))
        let proof = ConsistencyProof(from: UInt64(old), to: UInt64(new), hashes: hashes)
        try proof.verify(oldRoot: roots[old], newRoot: roots[new])
      }
    }
  }

  @Test(arguments: [1, 20_260_401, UInt64.random(in: 0...(.max))])
  func `random places in a large tree have proofs that hold and that break when altered`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let log = MemoryLog.large
    let reader = TreeReader(log)
    for _ in 0..<60 {
      let size = UInt64.random(in: 2...70_000, using: &random)
      let index = UInt64.random(in: 0..<size, using: &random)
      let (root, leaf) = (try reader.root(at: size), log.leaves[Int(index)])
      let proof = InclusionProof(
        index: index, size: size, hashes: try reader.inclusionProof(of: index, in: size))
      #expect(throws: Never.self, "seed \(seed)") { try proof.verify(leafHash: leaf, root: root) }
      for altered in proof.alterations(root: root, using: &random) {
        #expect(throws: ProofError.self, "seed \(seed): \(altered.label), index \(index), size \(size)") {
          try altered.proof.verify(leafHash: leaf, root: root)
        }
      }
      let oldRoot = index == 0 ? MerkleTree.emptyRoot : try reader.root(at: index)
      let consistency = ConsistencyProof(
        from: index, to: size, hashes: try reader.consistencyProof(from: index, to: size))
      #expect(throws: Never.self, "seed \(seed)") { try consistency.verify(oldRoot: oldRoot, newRoot: root) }
    }
  }

  @Test func `an altered inclusion proof is refused in every small tree`() throws {
    var random = SeededGenerator(seed: 7)
    let reader = TreeReader(Self.log)
    for size in 1...40 as ClosedRange<UInt64> {
      let root = try reader.root(at: size)
      for index in 0..<size {
        let leaf = Self.log.leaves[Int(index)]
        let proof = InclusionProof(
          index: index, size: size, hashes: try reader.inclusionProof(of: index, in: size))
        for altered in proof.alterations(root: root, using: &random) {
          #expect(throws: ProofError.self, "\(altered.label), index \(index), size \(size)") {
            try altered.proof.verify(leafHash: leaf, root: root)
          }
        }
        #expect(throws: ProofError.self) { try proof.verify(leafHash: leaf.flippingBit(3), root: root) }
        #expect(throws: ProofError.self) { try proof.verify(leafHash: leaf, root: MerkleTree.emptyRoot) }
        #expect(throws: ProofError.self) { try proof.verify(leafHash: leaf, root: root.flippingBit(255)) }
      }
    }
  }

  @Test func `an altered consistency proof is refused in every small tree`() throws {
    var random = SeededGenerator(seed: 8)
    let reader = TreeReader(Self.log)
    for new in 1...40 as ClosedRange<UInt64> {
      let newRoot = try reader.root(at: new)
      for old in 1...new {
        let oldRoot = try reader.root(at: old)
        let hashes = try reader.consistencyProof(from: old, to: new)
        let proof = ConsistencyProof(from: old, to: new, hashes: hashes)
        for altered in proof.alterations(roots: [oldRoot, newRoot], using: &random) {
          #expect(throws: ProofError.self, "\(altered.label), from \(old) to \(new)") {
            try altered.proof.verify(oldRoot: oldRoot, newRoot: newRoot)
          }
        }
        #expect(throws: ProofError.self) {
          try proof.verify(oldRoot: oldRoot.flippingBit(0), newRoot: newRoot)
        }
        #expect(throws: ProofError.self) {
          try proof.verify(oldRoot: oldRoot, newRoot: newRoot.flippingBit(0))
        }
        if old != new {
          #expect(throws: ProofError.self) { try proof.verify(oldRoot: newRoot, newRoot: oldRoot) }
        }
      }
    }
  }

  @Test func `a proof of the wrong length says which length it should have`() throws {
    let hash = MerkleTree.emptyRoot
    #expect(throws: ProofError.wrongLength(expected: 3, found: 4)) {
      try InclusionProof(index: 0, size: 8, hashes: [hash, hash, hash, hash]).root(from: hash)
    }
    #expect(throws: ProofError.wrongLength(expected: 3, found: 2)) {
      try InclusionProof(index: 0, size: 8, hashes: [hash, hash]).root(from: hash)
    }
    #expect(throws: ProofError.wrongLength(expected: 4, found: 0)) {
      try ConsistencyProof(from: 3, to: 7, hashes: []).verify(oldRoot: hash, newRoot: hash)
    }
    #expect(throws: ProofError.wrongLength(expected: 0, found: 1)) {
      try ConsistencyProof(from: 3, to: 3, hashes: [hash]).verify(oldRoot: hash, newRoot: hash)
    }
  }

  @Test func `a proof about a place outside the tree is refused`() throws {
    let hash = MerkleTree.emptyRoot
    #expect(throws: ProofError.indexOutsideTree(index: 5, size: 5)) {
      try InclusionProof(index: 5, size: 5, hashes: []).root(from: hash)
    }
    #expect(throws: ProofError.indexOutsideTree(index: 0, size: 0)) {
      try InclusionProof(index: 0, size: 0, hashes: []).verify(leafHash: hash, root: hash)
    }
    #expect(throws: ProofError.sizeShrinks(from: 6, to: 5)) {
      try ConsistencyProof(from: 6, to: 5, hashes: []).verify(oldRoot: hash, newRoot: hash)
    }
  }

  @Test func `every tree begins with the empty one, without hashes`() throws {
    let (root, empty) = (SHA256.hash("root"), MerkleTree.emptyRoot)
    try ConsistencyProof(from: 0, to: 5, hashes: []).verify(oldRoot: empty, newRoot: root)
    try ConsistencyProof(from: 0, to: 0, hashes: []).verify(oldRoot: empty, newRoot: empty)
    #expect(throws: ProofError.wrongLength(expected: 0, found: 1)) {
      try ConsistencyProof(from: 0, to: 5, hashes: [root]).verify(oldRoot: empty, newRoot: root)
    }
    #expect(throws: ProofError.self) {
      try ConsistencyProof(from: 0, to: 5, hashes: []).verify(oldRoot: root, newRoot: root)
    }
    #expect(throws: ProofError.self) {
      try ConsistencyProof(from: 0, to: 0, hashes: []).verify(oldRoot: root, newRoot: root)
    }
  }

  @Test func `two trees of one size need the same root`() throws {
    let (one, other) = (SHA256.hash("one"), SHA256.hash("other"))
    try ConsistencyProof(from: 4, to: 4, hashes: []).verify(oldRoot: one, newRoot: one)
    #expect(throws: ProofError.newRootDiffers(expected: other, found: one)) {
      try ConsistencyProof(from: 4, to: 4, hashes: []).verify(oldRoot: one, newRoot: other)
    }
  }

  /// From a run of litewitness (FiloSottile/torchwood): size 1 to 3, with leaf hashes that are not hashes of anything.
  @Test func `a witness's consistency proof from 1 to 3 holds`() throws {
    func counted(_ number: UInt8) -> Digest { Digest(checked: [0x2a, number] + Array(repeating: 0, count: 30)) }
    let newRoot = try Digest(base64: "RcCI1Nk56ZcSmIEfIn0SleqtV7uvrlXNccFx595Iwl0=")
    try ConsistencyProof(from: 1, to: 3, hashes: [counted(1), counted(2)])
      .verify(oldRoot: counted(0), newRoot: newRoot)
    #expect(throws: ProofError.self) {
      try ConsistencyProof(from: 1, to: 3, hashes: [counted(2), counted(1)])
        .verify(oldRoot: counted(0), newRoot: newRoot)
    }
  }
}

/// The ways of spoiling a list of hashes that transparency-dev/merkle tries.
private func spoiled(
  _ hashes: [Digest], roots: [Digest], using random: inout SeededGenerator
) -> [(label: String, hashes: [Digest])] {
  let garbage = SHA256.hash("garbage")
  var spoiled: [(String, [Digest])] = []
  for extra in roots + [garbage, MerkleTree.emptyRoot] {
    spoiled.append(("a hash before", [extra] + hashes))
    spoiled.append(("a hash after", hashes + [extra]))
  }
  guard !hashes.isEmpty else { return spoiled }
  spoiled.append(("no hashes", []))
  spoiled.append(("the last one removed", Array(hashes.dropLast())))
  spoiled.append(("the first one removed", Array(hashes.dropFirst())))
  spoiled.append(("all in reverse", hashes.reversed()))
  for position in hashes.indices {
    var altered = hashes
    altered[position] = altered[position].flippingBit(Int.random(in: 0..<256, using: &random))
    spoiled.append(("a bit flipped in hash \(position)", altered))
    altered = hashes
    altered.insert(garbage, at: position)
    spoiled.append(("a hash inserted at \(position)", altered))
    altered = hashes
    altered.remove(at: position)
    spoiled.append(("hash \(position) removed", altered))
    if position > 0 {
      altered = hashes
      altered.swapAt(position - 1, position)
      spoiled.append(("hash \(position) swapped", altered))
    }
  }
  return spoiled.filter { $0.1 != hashes }
}

extension InclusionProof {
  func alterations(
    root: Digest, using random: inout SeededGenerator
  ) -> [(label: String, proof: InclusionProof)] {
    var altered = spoiled(hashes, roots: [root], using: &random).map { spoiled in
      (label: spoiled.label, proof: InclusionProof(index: index, size: size, hashes: spoiled.hashes))
    }
    for wrong in [index &+ 1, index &- 1, index ^ 2, index &+ size, .max] where wrong != index {
      altered.append(("index \(wrong)", InclusionProof(index: wrong, size: size, hashes: hashes)))
    }
    for wrong in [size * 2, size / 2, 0] where Self.length(index: index, size: wrong) != hashes.count || wrong <= index
    {
      altered.append(("size \(wrong)", InclusionProof(index: index, size: wrong, hashes: hashes)))
    }
    return altered
  }
}

extension ConsistencyProof {
  func alterations(
    roots: [Digest], using random: inout SeededGenerator
  ) -> [(label: String, proof: ConsistencyProof)] {
    var altered = spoiled(hashes, roots: roots, using: &random).map { spoiled in
      (label: spoiled.label, proof: ConsistencyProof(from: old, to: new, hashes: spoiled.hashes))
    }
    // Where old and new are one tree, a proof without hashes holds for any size: there is nothing to alter.
    guard old != new else { return altered }
    for wrong in [old + 1, old - 1, old ^ 2] where wrong != old {
      altered.append(("old size \(wrong)", ConsistencyProof(from: wrong, to: new, hashes: hashes)))
    }
    for wrong in [new * 2, new / 2] where Self.length(from: old, to: wrong) != hashes.count || wrong < old {
      altered.append(("new size \(wrong)", ConsistencyProof(from: old, to: wrong, hashes: hashes)))
    }
    return altered
  }
}

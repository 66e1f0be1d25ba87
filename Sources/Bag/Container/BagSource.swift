/// Where the files of a bag are: a folder, or a ZIP.
public protocol BagSource {
  /// The size of every file by its safe path.
  var files: [String: UInt64] { get }
  /// Names that are taken by what may not be there: what is told once is not also called missing.
  var refused: Set<String> { get }
  /// Reads a file piece by piece.
  /// - Throws: `BagFault` when it is no longer what was seen, or cannot be read.
  func read(_ path: String, _ take: ([UInt8]) throws -> Void) throws
}

extension BagSource {
  /// The whole of a file; nil when it is not there or too large to be read as a whole.
  public func bytes(_ path: String) throws -> [UInt8]? {
    guard let size = files[path], size <= BagLimits.fileRead else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(size))
    try read(path) { bytes += $0 }
    return bytes
  }
}

/// Takes up the names of a bag one by one, and refuses what may not stand beside what is there.
struct BagNames {
  private(set) var files: [String: UInt64] = [:]
  private(set) var refused: Set<String> = []
  private(set) var faults: [BagFault] = []
  private var folded: Set<String> = []
  private var total: UInt64 = 0

  /// Takes up a file.
  /// - Throws: `BagFault` when there is more than is read at all.
  mutating func add(_ path: String, size: UInt64) throws {
    guard BagPath.isSafe(path) else {
      return refuse(path, nl: "zo'n naam kan in een tas niet staan", en: "no such name can stand in a bag")
    }
    // What a Mac or Windows holds for one name would lose a file there.
    guard folded.insert(path.lowercased()).inserted else {
      faults.append(
        BagFault(.duplicate, path, nl: "deze naam staat er al", en: "this name is there already"))
      return
    }
    let (sum, isOver) = total.addingReportingOverflow(size)
    guard !isOver, sum <= BagLimits.bytes, files.count < BagLimits.files else {
      throw BagFault(
        .size, nl: "meer dan \(BagLimits.files) bestanden of \(BagLimits.bytes) bytes wordt niet gelezen",
        en: "more than \(BagLimits.files) files or \(BagLimits.bytes) bytes is not read")
    }
    total = sum
    files[path] = size
  }

  /// Refuses a name, whatever it names.
  mutating func refuse(_ path: String, nl: String, en: String) {
    refused.insert(path)
    faults.append(BagFault(.path, path, nl: nl, en: en))
  }
}

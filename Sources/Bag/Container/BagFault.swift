import Governance

/// One thing that is wrong with a bag as a container, before anyone looks at what its files say.
public struct BagFault: Sendable, Hashable, Error {
  /// A short stable id; `Tools/verify` has the same.
  public enum Check: String, Sendable {
    /// A link, a device, or a name that could lead elsewhere.
    case path = "bag-path"
    /// One name twice, or two names that some systems hold for one.
    case duplicate = "bag-duplicate"
    /// More than is read at all.
    case size = "bag-size"
    /// Not a ZIP of the one kind that is read.
    case zip = "bag-zip"
    /// `bagit.txt` is not what RFC 8493 prescribes.
    case declaration = "bag-declaration"
    /// `bag-info.txt` is not in its form, or does not count what there is.
    case info = "bag-info"
    /// A manifest that cannot be read.
    case manifest = "bag-manifest"
    /// Listed in one manifest and not in the other.
    case manifests = "bag-manifests"
    /// Listed or required, and not there.
    case missing = "bag-missing"
    /// There, and not listed.
    case extra = "bag-extra"
    /// Other bytes than were listed.
    case digest = "bag-digest"
    /// `fetch.txt`: evidence does not come from elsewhere.
    case fetch = "bag-fetch"
  }

  /// What sort of fault.
  public let check: Check
  /// What is wrong.
  public let message: Text

  /// A fault.
  public init(_ check: Check, nl: String, en: String) {
    self.check = check
    message = Text(nl: nl, en: en)
  }

  /// A fault of one file; what a hostile name holds is written out by the terminal.
  init(_ check: Check, _ file: String, nl: String, en: String) {
    self.init(check, nl: "\(file): \(nl)", en: "\(file): \(en)")
  }
}

/// What is read at all; a bundle of 5,000 pieces of evidence stays far below it.
public enum BagLimits {
  /// The most files.
  public static let files = 60_000
  /// The most bytes of all files together: what a ZIP without extensions can hold.
  public static let bytes: UInt64 = 4_000_000_000
  /// The most bytes of a tag file, and of a file that is read as a whole.
  public static let fileRead: UInt64 = 64 << 20
}

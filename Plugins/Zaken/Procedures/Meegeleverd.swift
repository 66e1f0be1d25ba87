/// The procedure files that come with the program.
enum Meegeleverd {
  /// Each file with its id, in the order of their numbers.
  static let bestanden: [(id: String, bytes: [UInt8])] = [
    ("P-01", PackageResources.P_01_yaml), ("P-02", PackageResources.P_02_yaml), ("P-03", PackageResources.P_03_yaml),
    ("P-04", PackageResources.P_04_yaml), ("P-05", PackageResources.P_05_yaml), ("P-06", PackageResources.P_06_yaml),
    ("P-07", PackageResources.P_07_yaml), ("P-10", PackageResources.P_10_yaml), ("P-13", PackageResources.P_13_yaml),
    ("P-16", PackageResources.P_16_yaml), ("P-17", PackageResources.P_17_yaml), ("P-18", PackageResources.P_18_yaml),
  ]

  /// The bytes of one file, by its id or by `P-01@VERSION` when it is that version.
  static func bytes(_ name: String) -> [UInt8]? {
    let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
    guard let bytes = bestanden.first(where: { $0.id == parts.first })?.bytes else { return nil }
    guard parts.count == 2 else { return name.hasSuffix("@") ? nil : bytes }
    return Gelezen(bytes).procedure?.versie == parts[1] ? bytes : nil
  }
}

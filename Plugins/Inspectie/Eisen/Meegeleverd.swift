/// The trees of demands that come with the program.
enum MeegeleverdeBomen {
  /// Each file with the name of its tree.
  static let bestanden: [(id: String, bytes: [UInt8])] = [
    ("AI", PackageResources.AI_yaml), ("AC", PackageResources.AC_yaml),
  ]

  /// The trees; read once, and checked by the tests.
  static let alle: [Eisenboom] = bestanden.compactMap { GelezenBoom.zonderKeuring($0.bytes) }

  /// The bytes of one file.
  static func bytes(_ id: String) -> [UInt8]? { bestanden.first { $0.id == id }?.bytes }

  /// The ids of all their demands; never one less, because history is judged by them.
  static let kenmerken: Set<String> = Set(alle.flatMap { $0.eisen.map(\.id) })
}

/// The procedure files that come with the program.
enum Meegeleverd {
  /// Each file with its id, in the order of their numbers.
  static let bestanden: [(id: String, bytes: [UInt8])] = [
    ("P-01", PackageResources.P_01_yaml)
  ]

  /// The bytes of one file.
  static func bytes(_ id: String) -> [UInt8]? { bestanden.first { $0.id == id }?.bytes }
}

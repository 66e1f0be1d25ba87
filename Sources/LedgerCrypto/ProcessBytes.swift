import Foundation

/// What the shell hands over, byte for byte. Swift's own readers put U+FFFD for what they cannot read, and that would be
/// signed; the bytes come as C strings, and this module is where those are touched.
public enum ProcessBytes {
  /// The arguments after the program's name.
  public static var arguments: [[UInt8]] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { CommandLine.unsafeArgv[$0].map { bytes(of: $0) } }
  }

  /// A variable of the environment; nil when it is not set.
  public static func variable(_ name: String) -> [UInt8]? { getenv(name).map { bytes(of: $0) } }

  /// The home of the account that runs the program; nil when the system knows none.
  public static var accountHome: String? {
    getpwuid(getuid()).flatMap { String(validatingCString: $0.pointee.pw_dir) }
  }

  private static func bytes(of string: UnsafePointer<CChar>) -> [UInt8] {
    UnsafeBufferPointer(start: string, count: strlen(string)).map { UInt8(bitPattern: $0) }
  }
}

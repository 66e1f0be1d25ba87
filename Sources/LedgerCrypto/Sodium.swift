import CSodium

/// The one gate to libsodium: every operation of this module passes through here first.
///
/// `sodium_init` is idempotent and thread-safe; its result is kept so that it runs once per process.
/// https://doc.libsodium.org/usage
enum Sodium {
  private static let initialised: Bool = sodium_init() >= 0

  /// Stops the process when libsodium cannot start, because no answer of this module would then be trustworthy.
  static func ready() {
    precondition(initialised, "libsodium could not be initialised: no safe source of randomness on this machine")
  }
}

/// The version of libsodium this process runs with, as `doctor` prints it.
public var sodiumVersion: String { String(cString: sodium_version_string()) }

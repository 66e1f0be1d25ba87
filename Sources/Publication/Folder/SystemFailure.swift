import Foundation
import Governance

/// What the system says when a file cannot be read or written, as a person is told.
enum SystemFailure {
  /// The failure that belongs to an error of Foundation.
  static func failure(_ path: String, _ error: any Error) -> Failure {
    failure(path, code: code(error) ?? EIO)
  }

  /// The failure that belongs to `errno`.
  static func failure(_ path: String, code: Int32) -> Failure {
    switch code {
    case ENOSPC, EDQUOT:
      Failure(
        .io,
        Text(
          nl: "de schijf van \(path) is vol; er is niets vervangen of vastgelegd",
          en: "the disk of \(path) is full; nothing was replaced or recorded"),
        remedy: Text(nl: "maak ruimte en probeer het opnieuw", en: "make room and try again"))
    case EROFS, EACCES, EPERM:
      Failure(
        .io,
        Text(
          nl: "\(path) is niet te lezen of te schrijven; er is niets vervangen of vastgelegd",
          en: "\(path) cannot be read or written; nothing was replaced or recorded"),
        remedy: Text(nl: "controleer de rechten van die plaats", en: "check the permissions of that place"))
    default:
      Failure(
        .io,
        Text(
          nl: "lezen of schrijven van \(path) mislukte (fout \(code) van het systeem); er is niets vastgelegd",
          en: "reading or writing \(path) failed (\(String(cString: strerror(code)))); nothing was recorded"))
    }
  }

  /// The `errno` inside an error of Foundation, at whatever depth.
  private static func code(_ error: any Error) -> Int32? {
    if let error = error as? POSIXError { return error.code.rawValue }
    let error = error as NSError
    if error.domain == NSPOSIXErrorDomain { return Int32(error.code) }
    return (error.userInfo[NSUnderlyingErrorKey] as? any Error).flatMap(code)
  }
}

import Foundation
import TestBench

/// The tree of commands as the parser describes it; made once, for it takes long.
enum ParserTree {
  private static let dump = Result { try Bench().run("--experimental-dump-help").orThrow().output }

  /// The program itself, with all its commands below it.
  static func command() throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(dump.get().utf8)) as? [String: Any]
    guard let command = json?["command"] as? [String: Any] else { throw CocoaError(.fileReadCorruptFile) }
    return command
  }
}

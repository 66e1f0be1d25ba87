import Foundation
import TestBench
import Testing

@Suite(.enabled(if: Python.isExpected, Python.reason))
struct SDJWTInteropTests {
  @Test func `An event with an opened field verifies in another implementation, which sees that field`() throws {
    let bench = try Bench.withHolder()
    let shown = try bench.inLedger("show", "4", "--sd-jwt", "--open", "naam", als: "secretariaat").orThrow().output
    let result = try Python.run(
      "sd_jwt_check.py", try bench.write(shown, to: "open"), try bench.card("secretariaat"), on: bench)
    #expect(result.exitCode == 0, "\(result)")
    let payload = try #require(try result.json().first)
    #expect(payload["evt"] as? String == "FunctieBekleed")
    #expect(payload["iss"] as? String == Bench.origin)
    #expect((payload["data"] as? [String: Any])?["naam"] as? String == "G. Verzonnen")
  }

  @Test func `A field that was not opened is not there, and the event verifies all the same`() throws {
    let bench = try Bench.withHolder()
    let shown = try bench.inLedger("show", "4", "--sd-jwt", als: "secretariaat").orThrow().output
    let result = try Python.run(
      "sd_jwt_check.py", try bench.write(shown, to: "dicht"), try bench.card("secretariaat"), on: bench)
    #expect(result.exitCode == 0, "\(result)")
    let data = try #require(try result.json().first?["data"] as? [String: Any])
    #expect(data["naam"] == nil)
    #expect(data["persoon"] is String)
  }

  @Test(arguments: [20, 200, -40])
  func `A changed character makes the other implementation refuse`(offset: Int) throws {
    let bench = try Bench.withHolder()
    var shown = Array(try bench.inLedger("show", "4", "--sd-jwt", als: "secretariaat").orThrow().output.utf8)
    let index = offset < 0 ? shown.count + offset : offset
    shown[index] = shown[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
    let file = try bench.write(String(decoding: shown, as: UTF8.self), to: "gewijzigd")
    let result = try Python.run("sd_jwt_check.py", file, try bench.card("secretariaat"), on: bench)
    #expect(result.exitCode != 0, "\(result)")
  }

  @Test func `Another key makes the other implementation refuse`() throws {
    let bench = try Bench.withHolder()
    let shown = try bench.write(try bench.inLedger("show", "4", "--sd-jwt").orThrow().output, to: "dicht")
    let result = try Python.run("sd_jwt_check.py", shown, try bench.card("college"), on: bench)
    #expect(result.exitCode != 0, "\(result)")
  }
}

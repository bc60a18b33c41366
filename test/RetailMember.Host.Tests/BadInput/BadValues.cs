namespace RetailMember.Host.Tests.BadInput;

/// <summary>What a field can be given that it never expected, as raw JSON: some of it cannot be written otherwise.</summary>
internal static class BadValues
{
    public static readonly IReadOnlyList<string> Json =
    [
        "null", "true", "[]", "{}", "[null]", """{"a":null}""", "0", "-1", "1.5", "1.234", "0.005", "-0.0", "1e308",
        "-1e308", "1e-300", "2147483648", "9223372036854775807", "99999999999999999999", "\"\"", "\" \"", "\"x\"", "\"-1\"", "\"NaN\"",
        "\"\\u0000\"", "\"a\\u001b[2Jb\"", "\"\\ud800\"", "\"\\u202etxt\"", "\"' OR 1=1 --\"", "\"=1+1\"", "\"<script>\"",
        "\"2026-02-30\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999Z\"",
        "\"2026-01-01T00:00:00+14:00\"", "\"00000000-0000-0000-0000-000000000000\"", "\"13800000000\"",
        $"\"{new string('x', 300)}\"", $"\"{new string('长', 5_000)}\"", $"[{string.Join(',', Enumerable.Repeat(1, 300))}]",
        $"\"{string.Concat(Enumerable.Repeat("😀", 60))}\"", new string('[', 40) + new string(']', 40),
    ];

    /// <summary>For addresses. No zero character in a path: the server itself refuses that request line.</summary>
    public static readonly IReadOnlyList<string> Text =
    [
        " ", "-1", "0", "1.5", "1e308", "99999999999999999999", "NaN", "null", "true", "x", "a\u001bb", "\u202e", "' OR 1=1 --", "%", "%25",
        "[]", "{}", "2026-02-30", "0001-01-01", "9999-12-31", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z",
        "00000000-0000-0000-0000-000000000000", "13800000000", "😀", "a/b", "a\\b", "../..", new string('x', 300), new string('长', 400),
    ];

    /// <summary>Whole bodies.</summary>
    public static readonly IReadOnlyList<string> Bodies =
    [
        "", "{", "[]", "null", "1", "\"x\"", "{}", """{"a":1,"a":2}""", """{"\ud800":1}""", """{"unheardOf":1}""", "\u0000", "{\"a\":",
        string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "1" + new string('}', 200),
    ];

    public static readonly string Megabytes = $$"""{"key":"{{new string('x', 1_200_000)}}"}""";
}

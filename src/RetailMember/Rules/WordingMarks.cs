using System.Security.Cryptography;
using System.Text.Json;
using RetailMember.UseCases;

namespace RetailMember.Rules;

/// <summary>
/// Short marks of what a person reads before he approves or edits it: another wording has another one, and whoever acts on
/// what he has read gives its mark back.
/// </summary>
public static class WordingMarks
{
    private const int Length = 16;

    /// <summary>The mark of all that is read, in an order of the caller's own.</summary>
    public static string Of(params object?[] said) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(said, Json.Options)))[..Length];
}

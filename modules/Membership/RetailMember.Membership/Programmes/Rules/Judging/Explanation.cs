using System.Buffers;
using System.Text;
using System.Text.Json;

namespace RetailMember.Membership.Programmes;

/// <summary>Why a receipt came to its price, points and growth, in the order in which it was worked out.</summary>
internal sealed record Explanation(IReadOnlyList<ExplanationLine> Lines)
{
    /// <summary>The form in which it is kept beside a posting; what is usual is left out.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var line in Lines)
                line.Write(json);
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static Explanation FromJson(string json)
    {
        using var tree = JsonDocument.Parse(json);
        return new([.. tree.RootElement.EnumerateArray().Select(ExplanationLine.Read)]);
    }

    /// <summary>The part of it that one unit's posting needs.</summary>
    public Explanation Of(EarningUnit unit) => new([.. Lines.Where(line => !line.IsPrice && line.Unit == unit)]);
}

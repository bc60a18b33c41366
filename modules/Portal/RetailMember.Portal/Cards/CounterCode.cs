using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RetailMember.Data;

namespace RetailMember.Portal.Cards;

/// <summary>
/// Six digits by which staff who hold a card in their hand vouch for it: the card and the ten minutes in which they were
/// made, signed. Good for these ten minutes and the next ten; who guesses soon meets <see cref="CardThrottle"/>.
/// </summary>
internal sealed class CounterCode(PersonalData personal)
{
    private const string Purpose = "portal.counter";

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    public (string Code, DateTime ValidUntil) Of(int brandId, string card, DateTime at) =>
        (Make(brandId, card, StepOf(at)), new DateTime((StepOf(at) + 2) * Step.Ticks, DateTimeKind.Utc));

    public bool IsRight(int brandId, string card, string? code, DateTime at) =>
        code is not null && (Same(code, Make(brandId, card, StepOf(at))) | Same(code, Make(brandId, card, StepOf(at) - 1)));

    private static long StepOf(DateTime at) => at.Ticks / Step.Ticks;

    private static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one.Trim()), Encoding.UTF8.GetBytes(other));

    private string Make(int brandId, string card, long step)
    {
        var content = string.Create(CultureInfo.InvariantCulture, $"{brandId} {step} {card.Trim().ToUpperInvariant()}");
        var signed = BinaryPrimitives.ReadUInt32BigEndian(personal.KeyedHash(Encoding.UTF8.GetBytes(content), Purpose));
        return (signed % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}

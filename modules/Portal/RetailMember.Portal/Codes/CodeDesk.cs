using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Portal.Data;
using RetailMember.UseCases;

namespace RetailMember.Portal.Codes;

/// <summary>
/// Makes one-time codes and looks at them. Whatever is wrong with one, that it is another, old, used, tried too often or
/// meant for something else, is refused in the same words.
/// </summary>
internal sealed class CodeDesk(
    PortalDb db, DataSession session, PersonalData personal, SendLimits limits, AskingAddress address, IMemberAccounts accounts)
{
    public const int Tries = 5;

    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private const string MobilePurpose = "portal.mobile";
    private const string CodePurposeName = "portal.code";

    /// <summary>A fresh code for this mobile, written down within the running transaction.</summary>
    public async Task<string> IssueAsync(string mobile, CodePurpose purpose, CallContext call, CancellationToken cancel)
    {
        var (brand, recipient, askedFrom) = (call.RequiredBrand.Id, IndexOf(mobile), address.Code);
        await limits.TakeAsync(recipient, askedFrom, call.At, cancel);
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture);
        db.OneTimeCodes.Add(new OneTimeCode
        {
            BrandId = brand,
            Recipient = recipient,
            Purpose = purpose,
            Hash = HashOf(brand, purpose, recipient, code),
            AskedFrom = askedFrom,
            SentAt = call.At,
            ExpiresAt = call.At + Life,
        });
        return code;
    }

    /// <summary>
    /// Counts the try in a transaction of its own, then looks: of any number of parallel guesses only the allowed number is
    /// looked at. The code is used up by <see cref="UseAsync"/>.
    /// </summary>
    /// <returns>The code's key; null where it counts for nothing.</returns>
    public async Task<Guid?> TryAsync(string mobile, CodePurpose purpose, string code, CallContext call, CancellationToken cancel)
    {
        var (brand, at, recipient) = (call.RequiredBrand.Id, call.At, IndexOf(mobile));
        await session.BeginAsync(cancel);
        var sent = await db.OneTimeCodes.AsNoTracking().Where(c => c.Recipient == recipient && c.Purpose == purpose)
            .OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancel);
        var id = sent?.Id ?? Guid.Empty;
        var taken = await db.OneTimeCodes
            .Where(c => c.Id == id && c.UsedAt == null && c.ExpiresAt > at && c.Tries < Tries)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Tries, c => c.Tries + 1), cancel);
        await session.CommitAsync(cancel);
        var right = CryptographicOperations.FixedTimeEquals(
            sent?.Hash ?? new byte[32], HashOf(brand, purpose, recipient, code));
        return taken == 1 && right ? id : null;
    }

    /// <summary>Uses the code up within the running transaction; of two who come with it at once only one goes on.</summary>
    public async Task UseAsync(Guid? code, CallContext call, CancellationToken cancel)
    {
        DateTime? at = call.At;
        var used = code is { } id
            ? await db.OneTimeCodes.Where(c => c.Id == id && c.UsedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, at), cancel)
            : 0;
        if (used != 1) throw Refusal.Invalid("code", "portal.code-wrong");
    }

    /// <summary>A mobile as it is stored; refuses what is none.</summary>
    public string MobileOf(string typed) =>
        accounts.MobileOf(typed) ?? throw Refusal.Invalid("mobile", "portal.mobile-malformed");

    /// <summary>A code that tells mobiles apart and no more.</summary>
    public string IndexOf(string mobile) => personal.BlindIndex(mobile, MobilePurpose);

    private byte[] HashOf(int brand, CodePurpose purpose, string recipient, string code) => personal.KeyedHash(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{brand} {purpose} {recipient} {code}")), CodePurposeName);
}

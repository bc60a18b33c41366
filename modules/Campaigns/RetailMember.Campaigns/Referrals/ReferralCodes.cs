using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Data;
using RetailMember.Data;
using RetailMember.Membership;

namespace RetailMember.Campaigns.Referrals;

/// <inheritdoc cref="IReferralCodes" />
internal sealed class ReferralCodes(
    CampaignsDb db, IRows rows, DataSession session, IMemberFiles files, IMemberNumbers numbers, DeviceBook devices, TimeProvider time)
    : IReferralCodes
{
    private const int Length = 8;

    /// <summary>No letter or digit that is easily taken for another.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public async Task<string> OfAsync(Guid member, string? device, CancellationToken cancel)
    {
        if (device is not null) await devices.NoteAsync(member, device, cancel);
        // A code that is taken leaves the row out: another is drawn.
        while (true)
        {
            await rows.InsertMissingAsync([Draw(member)], cancel);
            if ((await rows.LockAsync<Referrer, Guid>(r => r.MemberId, [member], cancel)) is [var found]) return found.Code;
        }
    }

    /// <summary>
    /// Whose code it is, since a merge whoever stands for him; null where it is nobody's. Letter case and blanks make no
    /// other code.
    /// </summary>
    public async Task<KnownReferrer?> FindAsync(string code, CancellationToken cancel)
    {
        var wanted = code.Trim().ToUpperInvariant();
        if (await db.Referrers.AsNoTracking().SingleOrDefaultAsync(r => r.Code == wanted, cancel) is not { } drawn) return null;
        var number = (await numbers.OfAsync([drawn.MemberId], cancel)).GetValueOrDefault(drawn.MemberId);
        var stands = number is null ? null : await files.TryOneAsync(number, cancel);
        return new KnownReferrer(stands?.Id ?? drawn.MemberId, drawn.MemberId);
    }

    private Referrer Draw(Guid member) => new()
    {
        MemberId = member,
        BrandId = session.Brand!.Value,
        Code = RandomNumberGenerator.GetString(Alphabet, Length),
        CreatedAt = time.GetUtcNow().UtcDateTime,
    };
}

/// <summary>Who refers by a code.</summary>
/// <param name="Drawn">Who drew it: another one where a merge has come since.</param>
internal sealed record KnownReferrer(Guid Member, Guid Drawn);

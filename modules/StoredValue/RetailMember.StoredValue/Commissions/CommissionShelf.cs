using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions;

/// <summary>Fetches the commission rules of the current brand.</summary>
internal sealed class CommissionShelf(StoredValueDb db)
{
    /// <summary>Before a brand has rules of its own: one per cent of what was paid.</summary>
    public static readonly KnownTerms Usual = new(0, new CommissionTerms());

    /// <summary>The rules in force at a moment.</summary>
    public async Task<KnownTerms> AtAsync(DateTime utc, CancellationToken cancel)
    {
        var found = await db.CommissionVersions.AsNoTracking().Where(v => v.EffectiveFrom <= utc)
            .OrderByDescending(v => v.EffectiveFrom).ThenByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
        return found is null ? Usual : new KnownTerms(found.Number, TermsOf(found.Terms));
    }

    public static CommissionTerms TermsOf(string terms) => JsonSerializer.Deserialize<CommissionTerms>(terms, Json.Stored)!;
}

/// <param name="Number">The version; 0: the usual rules.</param>
internal sealed record KnownTerms(int Number, CommissionTerms Terms);

using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Makes vouchers out of definitions: one query for keys, one for definitions, one write, however many.</summary>
internal sealed class VoucherIssuer(
    RedemptionDb db, IRows rows, DataSession session, DefinitionShelf shelf, Quotas quotas, SecretCode codes,
    VoucherHistory history)
{
    public async Task<IReadOnlyList<VoucherIssueOutcome>> IssueAsync(
        IReadOnlyList<VoucherIssue> issues, CancellationToken cancel)
    {
        var known = await KnownAsync([.. issues.Select(i => i.Key).Distinct()], cancel);
        var definitions = await DefinitionsAsync(issues, known.Values, cancel);
        var book = await quotas.OpenAsync([.. issues.SelectMany(i => KeyOf(i, definitions))], cancel);
        var fresh = new List<Voucher>();
        var moves = new List<VoucherMove>();
        var outcomes = new List<VoucherIssueOutcome>(issues.Count);
        foreach (var issue in issues) outcomes.Add(Decide(issue));
        await rows.InsertAsync(fresh, cancel);
        await book.SaveAsync(cancel);
        await history.AppendAsync(moves, cancel);
        return outcomes;

        VoucherIssueOutcome Decide(VoucherIssue issue)
        {
            var definition = definitions.ByCode.GetValueOrDefault(issue.Definition);
            if (known.TryGetValue(issue.Key, out var first))
                return first.IssuedTo == issue.Member && first.DefinitionId == definition?.Id
                    ? new VoucherIssueOutcome(Shown(first, definition.Code), Replayed: true, null)
                    : Refused(VoucherRefusals.IssueKeyReused);
            if (definition?.CanBeIssuedOn(issue.Occasion.On) != true) return Refused(VoucherRefusals.DefinitionNotActive);
            if (definition.Terms.MostPerMember is { } most && !book.TryTake(new QuotaKey(issue.Member, definition.Id), 1, most))
                return Refused(VoucherRefusals.MemberHasMost);
            var voucher = Make(issue, definition);
            known.Add(issue.Key, voucher);
            fresh.Add(voucher);
            moves.Add(VoucherHistory.Move(voucher, VoucherMoveKind.Issued, issue.Occasion, issue.Reason));
            return new VoucherIssueOutcome(Shown(voucher, definition.Code), Replayed: false, null);
        }
    }

    private async Task<Dictionary<string, Voucher>> KnownAsync(string[] keys, CancellationToken cancel) =>
        await db.Vouchers.AsNoTracking().Where(v => EF.Parameter(keys).Contains(v.IssueKey))
            .ToDictionaryAsync(v => v.IssueKey, cancel);

    private async Task<Definitions> DefinitionsAsync(
        IReadOnlyList<VoucherIssue> issues, IEnumerable<Voucher> known, CancellationToken cancel)
    {
        var taken = known.Select(v => v.IssueKey).ToHashSet();
        var definitions = await shelf.OfCodesAsync([.. issues.Select(i => i.Definition).Distinct()], cancel);
        return new Definitions(definitions.ToDictionary(d => d.Code), taken);
    }

    private static IEnumerable<QuotaKey> KeyOf(VoucherIssue issue, Definitions definitions)
    {
        if (!definitions.TakenKeys.Contains(issue.Key)
            && definitions.ByCode.TryGetValue(issue.Definition, out var definition)
            && definition.Terms.MostPerMember is not null)
            yield return new QuotaKey(issue.Member, definition.Id);
    }

    private Voucher Make(VoucherIssue issue, KnownDefinition definition)
    {
        var code = SecretCode.Draw();
        var (validFrom, expiresOn) = definition.Terms.Validity.Of(issue.Occasion.On);
        return new Voucher
        {
            Id = Guid.CreateVersion7(),
            BrandId = session.Brand!.Value,
            DefinitionId = definition.Id,
            MemberId = issue.Member,
            IssuedTo = issue.Member,
            Code = code,
            CodeIndex = codes.IndexOf(code)!,
            IssueKey = issue.Key,
            FaceFen = definition.Terms.FaceFen,
            RemainingFen = definition.Terms.FaceFen,
            ValidFrom = validFrom,
            ExpiresOn = expiresOn,
            IssuedAt = issue.Occasion.At,
        };
    }

    private static IssuedVoucher Shown(Voucher voucher, string definition) =>
        new(voucher.Id, definition, voucher.FaceFen, voucher.ValidFrom, voucher.ExpiresOn);

    private static VoucherIssueOutcome Refused(string code) => new(null, Replayed: false, code);

    private sealed record Definitions(IReadOnlyDictionary<string, KnownDefinition> ByCode, IReadOnlySet<string> TakenKeys);
}

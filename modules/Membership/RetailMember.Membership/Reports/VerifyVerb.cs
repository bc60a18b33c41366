using System.Globalization;
using RetailMember.Verbs;

namespace RetailMember.Membership.Reports;

/// <summary><c>verify</c>: proves the books of every brand and says what it counted; fails where it found a breach.</summary>
internal sealed class VerifyVerb : Verb
{
    public override string Name => "verify";

    public override bool ReadsOnly => true;

    public override IReadOnlyList<VerbParameter> Parameters =>
        [new("as-of", VerbParameterKind.Date), new("brand", VerbParameterKind.Option)];

    public override async Task<VerbAnswer> RunAsync(VerbCall call, CancellationToken cancel)
    {
        var brand = call.Text("brand") is { } code ? call.Brand(code) : null;
        var result = await call.RunAsync(new VerifyBooks.Input(call.Date("as-of")), brand, cancel);
        var lines = result.Brands.SelectMany(Lines).ToList();
        if (lines.Count == 0) lines.Add(call.Texts["verify.no-brands"]);
        return new VerbAnswer(result, lines, result.Sound);
    }

    private static IEnumerable<string> Lines(VerifyBooks.BrandBooks books)
    {
        foreach (var unit in books.Units)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{books.Brand} {unit.Unit}: accounts {unit.Accounts}, postings {unit.Postings}, issued {unit.Issued}, "
                + $"spent {unit.Spent}, expired {unit.Expired}, outstanding {unit.Outstanding}, pending {unit.Pending}");
            foreach (var breach in unit.Breaches)
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{books.Brand} {unit.Unit}: BREACH {breach.Code} × {breach.Count}, first {breach.FirstId}");
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{books.Brand} members: {books.Members} ({string.Join(", ", books.Tiers.Select(t => $"{t.Key} {t.Value}"))})");
        foreach (var breach in books.Breaches)
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{books.Brand}: BREACH {breach.Code} × {breach.Count}, first {breach.First}");
    }
}

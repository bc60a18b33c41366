using System.Text;
using RetailMember.Brands;
using RetailMember.Membership.Imports;
using RetailMember.Membership.Reports;
using RetailMember.Testing;

namespace RetailMember.Membership.Tests.Imports;

/// <summary>A brand of its own on a host, and files into its books.</summary>
internal sealed class ImportTrial(TestHost host, Brand brand)
{
    public const string Heads = "receipt_no,occurred_at,store_code,member_no,amount\n";

    private static int opened;

    public Brand Brand { get; } = brand;

    public TestHost Host { get; } = host;

    /// <summary>A brand with the programme of an import that enrols, and the stores s1 and s2.</summary>
    public static async Task<ImportTrial> OpenAsync(TestHost host)
    {
        var code = $"trial-{Interlocked.Increment(ref opened)}";
        await host.RunAsync(new OpenBrand.Input(code, code));
        return new ImportTrial(host, await host.BrandAsync(code, "s1", "s2"));
    }

    public Task<ImportView> StageAsync(
        ImportKind kind, string text, bool enrols = false, bool check = false) =>
        StageAsync(kind, Encoding.UTF8.GetBytes(text), enrols, check);

    public Task<ImportView> StageAsync(ImportKind kind, byte[] file, bool enrols = false, bool check = false) =>
        Host.RunAsync(
            new StageImport.Input(kind, "trial.csv") { Enrols = enrols, Check = check, Content = new MemoryStream(file) }, Brand);

    public Task<ImportView> RunAsync(ImportView staged) => Host.RunAsync(new RunImport.Input(staged.Import), Brand);

    public async Task<ImportView> ImportAsync(ImportKind kind, string text, bool enrols = false) =>
        await RunAsync(await StageAsync(kind, text, enrols));

    public Task<ImportView> PurchasesAsync(string rows, bool enrols = true) =>
        ImportAsync(ImportKind.Purchases, Heads + rows, enrols);

    /// <summary>Row and code of what was refused, in order of the file.</summary>
    public async Task<string[]> FaultsAsync(ImportView import) =>
        [.. (await Host.RunAsync(new ReadImportErrors.Input(import.Import), Brand)).Items.Select(i => $"{i.Row} {i.Code}")];

    public async Task<VerifyBooks.BrandBooks> BooksAsync(DateOnly? asOf = null)
    {
        var verified = await Host.RunAsync(new VerifyBooks.Input(asOf), Brand);
        verified.Sound.ShouldBeTrue();
        return verified.Brands.Single();
    }

    public async Task<VerifyBooks.UnitBook> PointsAsync(DateOnly? asOf = null) =>
        (await BooksAsync(asOf)).Units.SingleOrDefault(u => u.Unit == MembershipUnits.Points)
        ?? new VerifyBooks.UnitBook(MembershipUnits.Points, 0, 0, 0, 0, 0, 0, 0, []);
}

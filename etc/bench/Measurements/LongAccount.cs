using RetailMember.Bench.Product;
using RetailMember.Bench.Report;

namespace RetailMember.Bench.Measurements;

/// <summary>P10: one purchase after the other on a member with a long history, and on new members.</summary>
internal sealed class LongAccount : IMeasurement
{
    private const int Sample = 500;
    private const long LongMember = 1;
    private static readonly TimeSpan LongestFilling = TimeSpan.FromMinutes(10);

    public IReadOnlyList<string> Rows => ["P10"];

    public async Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench)
    {
        var options = bench.Options;
        await using var shop = await bench.OpenShopAsync(
            await bench.NewPostgresDatabaseAsync("long_account"), 2 + (2 * Sample * (options.Rounds + 1)));
        await shop.RecordAsync(Shop.Connections, options.LongAccount, () => LongMember, LongestFilling);
        var next = LongMember;
        var paired = await Paired<double>.MeasureAsync(
            options.Rounds,
            async () =>
            {
                var first = next + 1;
                next += Sample;
                await OneByOneAsync(InTurn(first));
                return await OneByOneAsync(InTurn(first));
            },
            () => OneByOneAsync(() => LongMember));
        return
        [
            new("P10", paired.Ratios(ms => ms),
                $"{paired.Yardstick(ms => ms):F2} ms", $"{paired.Product(ms => ms):F2} ms"),
        ];

        async Task<double> OneByOneAsync(Func<long> member) =>
            (await shop.RecordAsync(1, Sample, member, LongestFilling)).Latencies.Median;

        static Func<long> InTurn(long first) => () => first++;
    }
}

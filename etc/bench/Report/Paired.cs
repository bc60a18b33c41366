namespace RetailMember.Bench.Report;

/// <summary>
/// Yardstick, product, yardstick, product, ..., yardstick: each round of the product is compared with the mean of the
/// yardstick just before and just after it, so that a machine that drifts moves both.
/// </summary>
internal sealed class Paired<T>
{
    private readonly List<T> yardsticks = [];
    private readonly List<T> products = [];

    public IReadOnlyList<T> Products => products;

    public static async Task<Paired<T>> MeasureAsync(int rounds, Func<Task<T>> yardstick, Func<Task<T>> product)
    {
        var paired = new Paired<T>();
        paired.yardsticks.Add(await yardstick());
        for (var round = 0; round < rounds; round++)
        {
            paired.products.Add(await product());
            paired.yardsticks.Add(await yardstick());
        }

        return paired;
    }

    public IReadOnlyList<double> Ratios(Func<T, double> valueOf) =>
        [.. products.Select((p, i) => valueOf(p) / ((valueOf(yardsticks[i]) + valueOf(yardsticks[i + 1])) / 2))];

    public double Yardstick(Func<T, double> valueOf) => Median.Of(yardsticks.Select(valueOf));

    public double Product(Func<T, double> valueOf) => Median.Of(products.Select(valueOf));
}

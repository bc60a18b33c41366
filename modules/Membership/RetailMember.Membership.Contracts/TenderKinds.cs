using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;

namespace RetailMember.Membership;

/// <summary>A kind of tender as a module declares it.</summary>
/// <param name="Code">As tills name it, such as <c>voucher</c>; at most 16 characters, once in the whole host.</param>
/// <param name="Module">The module that settles it; tills may use it only where that module is on.</param>
/// <param name="Order">
/// Receipts are laid on in this order, each on what the ones before have left to pay; money comes last. Vouchers are 100,
/// amounts that another system settled 200, points 300.
/// </param>
/// <param name="Tender">The <see cref="ITender"/> that settles it; made only where a receipt asks for it.</param>
[Seam]
public sealed record TenderKind(string Code, string Module, int Order, Type Tender)
{
    /// <summary>The longest <see cref="Code"/>.</summary>
    public const int MaxCodeLength = 16;
}

/// <summary>How a module declares its tenders.</summary>
public static class TenderKinds
{
    /// <summary>Declares a kind of tender and registers what settles it, once per scope.</summary>
    public static IServiceCollection AddTender<TTender>(
        this IServiceCollection services, string code, string module, int order)
        where TTender : class, ITender
    {
        if (code.Length is 0 or > TenderKind.MaxCodeLength)
            throw new ArgumentException($"The tender kind '{code}' is empty or too long.", nameof(code));
        services.AddScoped<TTender>();
        return services.AddSingleton(new TenderKind(code, module, order, typeof(TTender)));
    }
}

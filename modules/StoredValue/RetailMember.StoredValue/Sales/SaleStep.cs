using System.Globalization;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>A step that a sale takes once: asked for again, whether or not the answer was heard, it is not taken twice.</summary>
internal interface ISaleStep : IInput<SaleView>, IKeyed
{
    /// <summary>The sale's number.</summary>
    long Sale { get; }

    string IKeyed.BusinessKey => Sale.ToString(CultureInfo.InvariantCulture);
}

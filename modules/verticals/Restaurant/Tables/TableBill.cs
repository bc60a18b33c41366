using RetailMember.Data;

namespace RetailMember.Restaurant.Tables;

/// <summary>A table of a store, locked while its bill changes.</summary>
internal sealed class DiningTable : IBrandOwned
{
    /// <summary>Store and number.</summary>
    public required string Place { get; init; }

    public required int BrandId { get; init; }

    /// <summary>The bill that is open; null: none.</summary>
    public Guid? OpenBill { get; set; }
}

/// <summary>What a table eats and drinks, while an amount of a card is set aside for it.</summary>
internal sealed class TableBill : IBrandOwned
{
    /// <summary>The columns that change.</summary>
    public static readonly string[] Changing =
    [
        nameof(State), nameof(TotalFen), nameof(HoldId), nameof(HeldFen), nameof(HeldUntil), nameof(ClosedBy), nameof(ClosedAt),
        nameof(Reason),
    ];

    public Guid Id { get; init; }

    public required int BrandId { get; init; }

    public required int StoreId { get; init; }

    public required string Place { get; init; }

    public required string TableNo { get; init; }

    public TableBillState State { get; set; }

    /// <summary>Masked.</summary>
    public required string CardNumber { get; init; }

    /// <summary>What was ordered, in fen.</summary>
    public long TotalFen { get; set; }

    /// <summary>The one hold of the card that pays it. It grows with the bill; where its time was over, it is another one.</summary>
    public Guid HoldId { get; set; }

    /// <summary>What is set aside, in fen: never less than what was ordered.</summary>
    public long HeldFen { get; set; }

    /// <summary>UTC; from then on it comes back to the card and has to be set aside anew.</summary>
    public DateTime HeldUntil { get; set; }

    public required string OpenedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime OpenedAt { get; init; }

    public string? ClosedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>Why it was given up.</summary>
    public string? Reason { get; set; }
}

internal enum TableBillState
{
    Open,
    Paid,

    /// <summary>Given up: all that was set aside came back.</summary>
    GivenUp,
}

/// <summary>Something that was ordered, or taken off again: then below zero.</summary>
internal sealed class TableBillItem : IBrandOwned
{
    public required Guid BillId { get; init; }

    /// <summary>From 1 without a gap.</summary>
    public required int No { get; init; }

    public required int BrandId { get; init; }

    public required string Dish { get; init; }

    public long Fen { get; init; }

    public required string AddedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime AddedAt { get; init; }
}

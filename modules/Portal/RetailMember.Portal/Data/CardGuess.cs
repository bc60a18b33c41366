using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Portal.Data;

/// <summary>How many cards somebody tried to bind in an hour; every host counts on the same row.</summary>
internal sealed class CardGuess : IBrandOwned
{
    public int BrandId { get; init; }

    /// <summary>A member's key, or the keyed hash of a network address.</summary>
    public required string Who { get; init; }

    /// <summary>Hours since 1970, UTC.</summary>
    public long Hour { get; init; }

    public long Tries { get; set; }

    public static void Describe(ModelBuilder model) => model.Entity<CardGuess>(guess =>
    {
        guess.HasKey(g => new { g.BrandId, g.Who, g.Hour });
        guess.Property(g => g.Who).HasMaxLength(PortalDb.CodeLength);
        guess.HasIndex(g => g.Hour);
    });
}

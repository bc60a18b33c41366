using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.People;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.Audit;

/// <summary>
/// One accepted command, for ever: what keeps it from being done twice, and the audit trail. On the hot path it is one
/// row and two indexes, so its key is the business key itself.
/// </summary>
internal sealed class CommandRow : IBrandOwned
{
    private const int UseCaseLength = 100;
    public const int KeyLength = 200;

    /// <summary>0 for the chain.</summary>
    public int BrandId { get; init; }

    public required string UseCase { get; init; }

    public required string Key { get; init; }

    public Guid Id { get; init; }

    public int? StoreId { get; init; }

    public required byte[] InputHash { get; init; }

    public string? Input { get; init; }

    public string? Answer { get; init; }

    public CallerKind CallerKind { get; init; }

    public Guid? CallerId { get; init; }

    public required string CallerName { get; init; }

    public Channel Channel { get; init; }

    public DateTime At { get; init; }

    public static CommandRow Of(CommandRecord record) => new()
    {
        BrandId = record.BrandId,
        UseCase = record.UseCase,
        Key = record.Key,
        Id = record.Id,
        StoreId = record.StoreId,
        InputHash = record.InputHash,
        Input = record.Input,
        Answer = record.Answer,
        CallerKind = record.CallerKind,
        CallerId = record.CallerId,
        CallerName = record.CallerName,
        Channel = record.Channel,
        At = record.At,
    };

    public CommandRecord ToRecord() => new(
        Id, BrandId, StoreId, UseCase, Key, InputHash, Input, Answer, CallerKind, CallerId, CallerName, Channel, At);

    public static void Describe(ModelBuilder model) => model.Entity<CommandRow>(command =>
    {
        command.ToTable("command");
        // The key first: a planner that knows little of a young table takes any index whose first column is a brand.
        command.HasKey(c => new { c.Key, c.UseCase, c.BrandId });
        command.Property(c => c.UseCase).HasMaxLength(UseCaseLength);
        command.Property(c => c.Key).HasMaxLength(KeyLength);
        command.Property(c => c.InputHash).HasMaxLength(32);
        command.Property(c => c.Input!).Unbounded();
        command.Property(c => c.Answer!).Unbounded();
        command.Property(c => c.CallerKind).HasConversion<short>();
        command.Property(c => c.CallerName).HasMaxLength(PlatformDb.NameLength);
        command.Property(c => c.Channel).HasConversion<short>();
        command.HasIndex(c => new { c.BrandId, c.At });
    });
}

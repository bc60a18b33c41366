using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace RetailMember.Data;

/// <summary>
/// The base of every module's DbContext. It names tables after the module, shows only the current brand's rows,
/// refuses to write another brand's, and keeps column types to what all three databases share (see
/// <see cref="PortableModel"/>). A module has one abstract context and one sealed child per database; see
/// <see cref="ModuleDbRegistration"/>.
/// </summary>
public abstract class ModuleDb : DbContext
{
    private readonly ModuleDbOptions options;

    /// <param name="module">The module's name in lower case: the prefix of its tables.</param>
    /// <param name="options">Handed in by the container, or one of the bare forms for <c>dotnet ef</c>.</param>
    protected ModuleDb(string module, ModuleDbOptions options)
        : base(options.For(module))
    {
        Module = module;
        this.options = options;
    }

    /// <summary>The prefix of the module's tables.</summary>
    public string Module { get; }

    /// <summary>Seals and opens columns that hold a person's data; for use in <see cref="Describe"/>.</summary>
    protected internal PersonalData Personal => options.Personal;

    /// <summary>The brand that filtered queries show. Never a real brand's id when the session has none.</summary>
    protected int CurrentBrand => Session switch
    {
        { Brand: { } brand } => brand,
        { AllBrands: true } => throw new InvalidOperationException(
            "Chain-level work has no current brand: ask AcrossBrands<T>() for rows of every brand."),
        _ => int.MinValue,
    };

    private DataSession Session => options.Session
        ?? throw new InvalidOperationException("This context was made for its model alone.");

    /// <summary>Rows of every brand. Refused unless the session is set to <see cref="DataSession.AllBrands"/>.</summary>
    public IQueryable<T> AcrossBrands<T>()
        where T : class, IBrandOwned
    {
        if (!Session.AllBrands) throw new InvalidOperationException("This scope does not work across brands.");
        return Set<T>().IgnoreQueryFilters([PortableModel.BrandFilter]);
    }

    /// <summary>The module's tables, in EF's words.</summary>
    protected abstract void Describe(ModelBuilder model);

    protected sealed override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        options.OnConnectionOfSession(optionsBuilder);

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Describe(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (!typeof(IBrandOwned).IsAssignableFrom(entity.ClrType) || entity.BaseType is not null) continue;
            modelBuilder.Entity(entity.ClrType).HasQueryFilter(PortableModel.BrandFilter, OfCurrentBrand(entity.ClrType));
        }
        PortableModel.Apply(modelBuilder, Module, Database.ProviderName!);
    }

    public sealed override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync: writers wait for their turn.");

    /// <summary>Saves within the session's transaction, or within one of its own where none runs.</summary>
    public sealed override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached) continue;
            Session.Guard(entry.Entity);
            if (entry is { State: EntityState.Modified, Entity: IVersioned versioned }) versioned.Version++;
        }
        if (Session.InTransaction) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        await Session.BeginAsync(cancellationToken);
        try
        {
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            await Session.CommitAsync(cancellationToken);
            return saved;
        }
        catch
        {
            await Session.RollbackAsync();
            throw;
        }
    }

    private LambdaExpression OfCurrentBrand(Type entity)
    {
        var row = Expression.Parameter(entity, "row");
        var brand = Expression.Property(row, nameof(IBrandOwned.BrandId));
        var current = Expression.Property(Expression.Constant(this, typeof(ModuleDb)), nameof(CurrentBrand));
        return Expression.Lambda(Expression.Equal(brand, current), row);
    }
}

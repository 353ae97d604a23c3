using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Editions of a programme, from the current one to the first.</summary>
public sealed record ProgrammeVersions
{
    public IReadOnlyList<ProgrammeVersion> Items { get; init; } = [];
}

/// <summary>An edition of a programme: what was, or is, taught under it.</summary>
public sealed record ProgrammeVersion
{
    /// <summary>From 1, without gaps.</summary>
    public int Number { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Academic hours.</summary>
    public int Hours { get; init; }

    public IReadOnlyList<ProgrammeModule> Modules { get; init; } = [];

    /// <summary>For whom it is; null: for everybody.</summary>
    public ProgrammeAudience? Audience { get; init; }

    public DateOnly ApprovedOn { get; init; }

    /// <summary>Number of the act; null: not yet approved, or registered without an act.</summary>
    public string? ApprovalNumber { get; init; }

    /// <summary>Day on which the next edition began; null: the current one.</summary>
    public DateOnly? ReplacedOn { get; init; }
}

/// <summary>Every edition of a programme, the current one first.</summary>
[Permission(ProgrammePermissions.Read)]
public sealed record ListProgrammeVersions(Guid Id) : IQuery<ProgrammeVersions>;

internal sealed class ListProgrammeVersionsHandler(ILearningStore store, IProjections projections)
    : IQueryHandler<ListProgrammeVersions, ProgrammeVersions>
{
    public async Task<Result<ProgrammeVersions>> Handle(
        ListProgrammeVersions request,
        CancellationToken cancellationToken
    )
    {
        var present = await store
            .Programmes.Where(programme => programme.Id == request.Id)
            .Select(projections.Of<Programme, ProgrammeVersion>())
            .SingleOrDefaultAsync(cancellationToken);
        if (present is null)
        {
            return ProgrammeErrors.NotFound;
        }

        var earlier = await store
            .ProgrammeEditions.Where(edition => edition.ProgrammeId == request.Id)
            .OrderByDescending(edition => edition.Number)
            .Select(projections.Of<ProgrammeEdition, ProgrammeVersion>())
            .ToListAsync(cancellationToken);
        return new ProgrammeVersions { Items = [present, .. earlier] };
    }
}

using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Expert reviews of a programme, the latest first.</summary>
public sealed record ProgrammeReviews
{
    public IReadOnlyList<ProgrammeReviewItem> Items { get; init; } = [];
}

/// <summary>An expert's review.</summary>
public sealed record ProgrammeReviewItem
{
    public Guid Id { get; init; }

    /// <summary>The submission that it answers, from 1.</summary>
    public int Round { get; init; }

    /// <summary>The expert, if an employee on file.</summary>
    public Guid? ExpertId { get; init; }

    /// <summary>Name of the expert, on file or as it was given.</summary>
    public string? Expert { get; init; }

    public DateOnly ReviewedOn { get; init; }

    public IReadOnlyList<ReviewCriterion> Criteria { get; init; } = [];

    public ReviewVerdict Verdict { get; init; }

    public string? Comment { get; init; }
}

/// <summary>The reviews of a programme, of all rounds of the internal expertise.</summary>
[Permission(ProgrammePermissions.Review)]
public sealed record ListProgrammeReviews(Guid Id) : IQuery<ProgrammeReviews>;

internal sealed class ListProgrammeReviewsHandler(ILearningStore store, ITerritoryStore territory)
    : IQueryHandler<ListProgrammeReviews, ProgrammeReviews>
{
    public async Task<Result<ProgrammeReviews>> Handle(
        ListProgrammeReviews request,
        CancellationToken cancellationToken
    )
    {
        if (!await store.Programmes.AnyAsync(programme => programme.Id == request.Id, cancellationToken))
        {
            return ProgrammeErrors.NotFound;
        }

        // An expert is named wherever he works: whoever may read the reviews knows whose they are.
        var reviews = await (
            from review in store.ProgrammeReviews
            where review.ProgrammeId == request.Id
            join employee in territory.Employees on review.ExpertId equals employee.Id into found
            from expert in found.DefaultIfEmpty()
            orderby review.Round descending, review.ReviewedOn descending, review.Id
            select new ProgrammeReviewItem
            {
                Id = review.Id,
                Round = review.Round,
                ExpertId = review.ExpertId,
                Expert =
                    expert == null
                        ? review.ExpertName
                        : expert.LastName
                            + " "
                            + expert.FirstName
                            + (expert.Patronymic == null ? "" : " " + expert.Patronymic),
                ReviewedOn = review.ReviewedOn,
                Criteria = review.Criteria,
                Verdict = review.Verdict,
                Comment = review.Comment,
            }
        )
            .IgnoreQueryFilters([QueryFilters.Organisations])
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return new ProgrammeReviews { Items = reviews };
    }
}

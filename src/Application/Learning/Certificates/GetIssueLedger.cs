using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>The issue ledger («ведомость выдачи») of the documents of a course.</summary>
[Permission(CertificatePermissions.Issue)]
public sealed record GetIssueLedger(Guid CourseId, PaperFormat Format) : IQuery<PaperFile>;

internal sealed class GetIssueLedgerHandler(
    ILearningStore store,
    ITerritoryStore territory,
    IPaperWriter writer,
    IClock clock
) : IQueryHandler<GetIssueLedger, PaperFile>
{
    public async Task<Result<PaperFile>> Handle(GetIssueLedger request, CancellationToken cancellationToken)
    {
        var course = await store
            .Courses.AsNoTracking()
            .Where(course => course.Id == request.CourseId)
            .Select(course => new
            {
                course.Number,
                course.AcademicYear,
                course.Title,
                course.Hours,
                course.StartsOn,
                course.EndsOn,
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (course is null)
        {
            return CourseErrors.NotFound;
        }

        var documents = await store
            .Certificates.AsNoTracking()
            .Where(certificate => certificate.CourseId == request.CourseId)
            .OrderBy(certificate => certificate.Year)
            .ThenBy(certificate => certificate.Number)
            .ThenBy(certificate => certificate.Kind)
            .ToListAsync(cancellationToken);
        if (documents.Count == 0)
        {
            return CertificateErrors.NoneIssued;
        }

        var centre = await territory.Centres.AsNoTracking().SingleAsync(cancellationToken);
        var facts = new IssueLedgerFacts
        {
            Centre = CentreLetterhead.Of(centre, clock.Today),
            CourseNumber = course.Number,
            AcademicYear = course.AcademicYear,
            Title = course.Title,
            Hours = course.Hours,
            StartsOn = course.StartsOn,
            EndsOn = course.EndsOn,
        };
        return PaperFile.Of(
            writer,
            IssueLedgerPaper.Of(documents, facts),
            request.Format,
            IssueLedgerPaper.TitleOf(facts)
        );
    }
}

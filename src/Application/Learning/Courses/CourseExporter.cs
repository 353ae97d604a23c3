using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Learning.Programmes;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>Courses as rows of a file, by the filters of the list.</summary>
internal sealed class CourseExporter(ILearningStore store, IExternalKeys keys) : IRowReader
{
    public IAsyncEnumerable<CourseRow> Read(ListCourses filter, string? source)
    {
        var known = keys.Of(CourseMatch.Resource, source);
        var courses = ListCoursesHandler.Filter(store.Courses.AsNoTracking(), filter);
        var rows =
            from course in courses
            join programme in store.Programmes on course.ProgrammeId equals programme.Id
            orderby course.AcademicYear, course.Number, course.Id
            select new CourseRow
            {
                Key = known.Where(key => key.Id == course.Id).Min(key => key.Key),
                AcademicYear = course.AcademicYear,
                Number = course.Number,
                Programme = programme.Title,
                ProgrammeCode = programme.Code,
                Season = course.Season,
                StartsOn = course.StartsOn,
                EndsOn = course.EndsOn,
                Form = course.Form,
                Site = course.Site,
                FundingSource = course.Funding.Source,
                FundingReference = course.Funding.Reference,
                Capacity = course.Capacity,
                Status = course.Status,
            };
        return rows.AsAsyncEnumerable();
    }
}

using System.Globalization;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Tests.Common;

public sealed class TextsTests
{
    [Theory]
    [InlineData("ru", "Курс идёт до 20.12.2026 включительно.")]
    [InlineData("en", "The course runs until 2026-12-20.")]
    public void Days_are_written_as_people_write_them(string language, string begin)
    {
        var error = CourseErrors.NotYetEnded(new DateOnly(2026, 12, 20));

        In(language, () => Application.Texts.Texts.Get(error.Code, error.Params)).ShouldStartWith(begin);
    }

    [Theory]
    [InlineData("ru", "Курс в состоянии «отменён»")]
    [InlineData("en", "The course is cancelled")]
    public void Values_of_enums_have_names(string language, string begin)
    {
        var error = CourseErrors.WrongStatus(CourseStatus.Cancelled);

        In(language, () => Application.Texts.Texts.Get(error.Code, error.Params)).ShouldStartWith(begin);
    }

    private static string In(string language, Func<string> get)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return get();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}

using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Learning.Certificates;

internal sealed class CertificateMaker : Maker
{
    public CertificateMaker()
    {
        Object("/certificates/{id}", async made => (await IssueAsync(made)).Id);
        Address(
            "/public/certificates/{code}",
            async made => $"/public/certificates/{(await IssueAsync(made))["code"]}"
        );
        Address(
            "/courses/{courseId}/certificates",
            async made => $"/courses/{await made.World.CompletedCourseAsync(1)}/certificates"
        );
    }

    private static async Task<Answer> IssueAsync(Makings made)
    {
        var course = await made.World.CompletedCourseAsync(1);
        var enrolment = (await made.World.EnrolmentsAsync(course))[0];
        var body = new { enrolmentId = enrolment, blankNumber = $"{made.Number():D6}" };
        return (await made.Api.PostAsync("/certificates", body)).Expect(HttpStatusCode.Created);
    }
}

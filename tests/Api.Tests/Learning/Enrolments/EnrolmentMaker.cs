using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Learning.Enrolments;

internal sealed class EnrolmentMaker : Maker
{
    public EnrolmentMaker() =>
        Address(
            "/courses/{courseId}/enrolments/{id}",
            async made =>
            {
                var enrolments = $"/courses/{await made.NewIdAsync("/courses/{id}")}/enrolments";
                var body = new { employeeId = await made.NewIdAsync("/employees/{id}") };
                return $"{enrolments}/{await made.PostAsync(enrolments, body)}";
            }
        );
}

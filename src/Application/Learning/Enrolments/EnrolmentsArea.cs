using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Enrolments;

internal sealed class EnrolmentsArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [new("enrolments", typeof(Enrolment), EnrolmentPermissions.Read, "courses")];
}

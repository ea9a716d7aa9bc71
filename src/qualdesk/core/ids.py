"""The names of things, each of a type of its own so that none is taken for another.

Rows the database numbers itself have whole numbers. What a desk makes before it reaches
the database (calls, answers) carries a UUID made there, so that a repeated save is one save.
"""

from typing import NewType

CampaignId = NewType("CampaignId", int)
ListId = NewType("ListId", int)
LeadId = NewType("LeadId", int)
ContactId = NewType("ContactId", int)
CompanyId = NewType("CompanyId", int)
BatchId = NewType("BatchId", int)
ScriptVersionId = NewType("ScriptVersionId", int)
DefinitionVersionId = NewType("DefinitionVersionId", int)
SuppressionId = NewType("SuppressionId", int)
SuppressionListId = NewType("SuppressionListId", int)
AttemptId = NewType("AttemptId", str)
AnswerId = NewType("AnswerId", str)
CallbackId = NewType("CallbackId", int)
CallerName = NewType("CallerName", str)
SendingId = NewType("SendingId", int)
OptInId = NewType("OptInId", int)
MeetingId = NewType("MeetingId", int)
MessageId = NewType("MessageId", int)
ItemId = NewType("ItemId", str)
NoticeId = NewType("NoticeId", int)
DisputeId = NewType("DisputeId", int)
CrmLoadId = NewType("CrmLoadId", int)
ProfileId = NewType("ProfileId", str)

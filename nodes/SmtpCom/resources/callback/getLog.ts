import { limit, type Operation } from '../../../shared';
import { channelName } from '../../ids';
import { simpleAttempt } from '../../simple';
import { channelInQuery } from './fields';

export const getLog: Operation = {
	name: 'Get Log',
	value: 'getLog',
	action: 'Get the log of callbacks',
	description: 'List the latest calls that SMTP.com made for a channel, with the answers',
	method: 'GET',
	path: '/v4/callbacks/log',
	effect: 'read',
	simple: simpleAttempt,
	prepare: channelInQuery,
	fields: [channelName, { ...limit, displayOptions: undefined, place: 'query.limit' }],
};
